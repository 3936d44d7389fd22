// The vendors' own clients against the simulated systems; ClientsIT starts both.
import assert from "node:assert/strict";
import { test } from "node:test";
import { PostgrestClient } from "@supabase/postgrest-js";
import jsforce from "jsforce";

const accounts = Number(process.env.ACCOUNTS);

async function salesforce(clientSecret = "secret") {
  const loginUrl = process.env.SALESFORCE_URL;
  const connection = new jsforce.Connection({
    loginUrl,
    version: "64.0",
    oauth2: { loginUrl, clientId: "key", clientSecret },
  });
  await connection.authorize({ grant_type: "client_credentials" });
  return connection;
}

test("jsforce signs in, and is told who it is", async () => {
  const connection = await salesforce();
  assert.equal(connection.userInfo.organizationId, "00D000000000001EAA");
});

test("jsforce is not let in with another secret", async () => {
  await assert.rejects(salesforce("another"), /invalid client credentials/);
});

test("jsforce reads every account, page by page", async () => {
  const connection = await salesforce();
  const found = await connection.query(
    "SELECT Id, Name FROM Account ORDER BY SystemModstamp, Id",
    { autoFetch: true, maxFetch: 1_000_000 },
  );
  assert.equal(found.totalSize, accounts);
  assert.equal(new Set(found.records.map((each) => each.Id)).size, accounts);
  assert.ok(connection.limitInfo.apiUsage.used > 1);
});

test("jsforce writes a record by its external id, twice into one, and changes it by its own", async () => {
  const connection = await salesforce();
  const leads = connection.sobject("Lead");
  const first = await leads.upsert({ Rapport_Id__c: "lead-1", LastName: "Lee" }, "Rapport_Id__c");
  assert.equal(first.created, true);
  const again = await leads.upsert({ Rapport_Id__c: "lead-1", LastName: "Leigh" }, "Rapport_Id__c");
  assert.deepEqual([again.created, again.id], [false, first.id]);
  const changed = await leads.update([{ Id: first.id, Company: "Acme" }]);
  assert.deepEqual(changed.map((each) => [each.success, each.id]), [[true, first.id]]);
  const unknown = await leads.update([{ Id: "00Q000000000009AAA", Company: "Acme" }]);
  assert.deepEqual(unknown.map((each) => each.errors[0].statusCode), ["NOT_FOUND"]);
  const read = await connection.query("SELECT Id, LastName, Company FROM Lead");
  assert.deepEqual(
    read.records.map((each) => [each.LastName, each.Company]),
    [["Leigh", "Acme"]],
  );
});

test("jsforce deletes several records at once, and is told which are gone already or never were there", async () => {
  const connection = await salesforce();
  const contacts = connection.sobject("Contact");
  const made = await contacts.upsert({ Rapport_Id__c: "person-1", LastName: "Lee" }, "Rapport_Id__c");
  const ids = [made.id, "003000000000009AAA"];
  const first = await contacts.destroy(ids);
  assert.deepEqual(
    first.map((each) => [each.success, each.errors[0]?.statusCode]),
    [
      [true, undefined],
      [false, "INVALID_CROSS_REFERENCE_ID"],
    ],
  );
  const again = await contacts.destroy(ids);
  assert.equal(again[0].errors[0].statusCode, "ENTITY_IS_DELETED");
  const left = await connection.query("SELECT Id FROM Contact");
  assert.equal(left.totalSize, 0);
});

test("jsforce is told what it asks for wrongly", async () => {
  const connection = await salesforce();
  await assert.rejects(connection.query("SELECT Id FROM"), { errorCode: "INVALID_FIELD" });
});

function supabase(key = "sb_good", table = "rapport_usage") {
  return new PostgrestClient(`${process.env.SUPABASE_URL}/rest/v1`, {
    headers: { apikey: key, Authorization: `Bearer ${key}` },
  }).from(table);
}

test("postgrest-js reads a view in order, from a place in it on", async () => {
  const page = (after) => {
    const asked = supabase().select("*").order("updated_at").order("id").limit(3);
    return after
      ? asked.or(
          `updated_at.gt."${after.updated_at}",and(updated_at.eq."${after.updated_at}",id.gt."${after.id}")`,
        )
      : asked;
  };
  const read = [];
  for (let found = await page(); found.data.length > 0; found = await page(read.at(-1))) {
    assert.equal(found.error, null);
    read.push(...found.data);
  }
  assert.deepEqual(
    read.map((row) => row.id),
    ["u0", "u1", "u2", "u3", "u4", "u5", "u6", "u7"],
  );
});

test("postgrest-js is told of a key that is none and of a condition that is none", async () => {
  assert.equal((await supabase("sb_bad").select("*")).status, 401);
  assert.equal((await supabase().select("*").or("id.gt")).status, 400);
});

test("postgrest-js writes rows by our id, twice into one, and deletes them", async () => {
  const leads = () => supabase("sb_good", "rapport_leads");
  const by = { onConflict: "rapport_id" };
  const first = await leads()
    .upsert(
      [
        { rapport_id: "l-1", company: "Acme", lead_points: 40 },
        { rapport_id: "l-2", company: "Bolt", lead_points: 12.5 },
      ],
      by,
    )
    .select();
  assert.deepEqual([first.error, first.status, first.data.length], [null, 201, 2]);
  const again = await leads().upsert({ rapport_id: "l-1", lead_points: 73 }, by);
  assert.deepEqual([again.error, again.data], [null, null]);
  const read = await leads().select("company,lead_points").in("rapport_id", ["l-1", "l-9"]);
  assert.deepEqual(read.data, [{ company: "Acme", lead_points: 73 }]);
  const gone = await leads().delete().in("rapport_id", ["l-1", "l-9"]);
  assert.deepEqual([gone.error, gone.status], [null, 204]);
  assert.deepEqual((await leads().select("rapport_id")).data, [{ rapport_id: "l-2" }]);
});

test("postgrest-js is told of a table, a column and a column to find rows by that are not there", async () => {
  const code = async (asked) => (await asked).error.code;
  assert.equal(await code(supabase("sb_good", "no_table").select("*")), "PGRST205");
  const leads = () => supabase("sb_good", "rapport_leads");
  assert.equal(await code(leads().select("companies")), "42703");
  assert.equal(await code(leads().upsert([{ rapport_id: "l-1", companies: 1 }], { onConflict: "rapport_id" })), "PGRST204");
  assert.equal(await code(leads().upsert([{ rapport_id: "l-1" }], { onConflict: "company" })), "42P10");
  assert.equal(await code(leads().insert({ rapport_id: "l-2" })), "23505");
});
