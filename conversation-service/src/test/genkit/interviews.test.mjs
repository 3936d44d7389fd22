import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Chatter, Console, Runner, Streamer } from './drivers.mjs';
import { interview } from './interviews.mjs';
import { conversation, record } from './rapport.mjs';
import { BuyingProcess } from './schema.mjs';

const clients = [Runner, Streamer, Chatter];

for (const client of clients) {
  test(`a customer profile by ${client.name} is the same as over the API`, async () => {
    const spoken = [];
    const turn = await interview(new client('customer-profile'), (each) => spoken.push(each.reply));
    assert.equal(turn.status, 'completed');
    const known = await conversation(turn.sessionId);
    assert.deepEqual(turn.state, known.values);
    assert.equal(turn.rev, known.rev);
    const expected = [];
    const same = await interview(new Console('customer-profile'), (each) => expected.push(each.reply));
    assert.deepEqual(turn.state, same.state);
    assert.deepEqual(spoken, expected);
  });

  test(`a buying process by ${client.name} is the same as over the API`, async () => {
    const turn = await interview(new client('buying-process'), ({ state }) => {
      BuyingProcess.parse(state);
    });
    const state = BuyingProcess.parse(turn.state);
    assert.equal(state.status, 'completed');
    assert.equal(state.persona_id, turn.sessionId);
    assert.equal(state.buying_stages.length, 3);
    for (const text of state.buying_stages.flatMap(Object.values)) assert.notEqual(text, '');
    assert.notEqual(state.ai_generated_summary ?? '', '');

    const { values } = await conversation(turn.sessionId);
    assert.deepEqual(found(turn.state), values);
    const mapping = await record('buying-processes', turn.sessionId, turn.rev);
    const { created_by, ...projected } = mapping.buying_process_mapping;
    assert.deepEqual(projected, turn.state);

    const same = await interview(new Console('buying-process'));
    assert.deepEqual(found(turn.state), same.state);
  });
}

/** What was found out, without what the system knows by itself. */
function found({ persona_id, status, last_updated_at, ...values }) {
  return values;
}
