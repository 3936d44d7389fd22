import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { runFlow, streamFlow } from 'genkit/beta/client';
import { conversation, flowUrl, headers, url } from './rapport.mjs';

const flow = flowUrl('buying-process');
const run = (input, more = {}) => runFlow({ url: flow, headers, input, ...more });
const refused = (status, code) => (e) => {
  assert.match(e.message, new RegExp(`^Server returned: ${status}: `));
  const body = JSON.parse(e.message.replace(/^Server returned: \d+: /, ''));
  assert.equal(body.status, code);
  assert.equal(typeof body.message, 'string');
  return true;
};

async function streamed(input, more = {}) {
  const { stream, output, streamId } = streamFlow({ url: flow, headers, input, ...more });
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return { chunks, result: await output, id: await streamId };
}

test('every character arrives as it was written', async () => {
  const name = 'Zoë “Łódź” Müller-Ōta – 中文 👩🏽‍💻 \\ / <b>&';
  const { result, chunks } = await streamed({ message: name });
  assert.equal(result.state.persona_name, name);
  assert.ok(chunks.some(({ event }) => event?.type === 'MessageReceived' && event.text === name));
  const { messages } = await conversation(result.sessionId);
  assert.equal(messages.find(({ role }) => role === 'user').text, name);
});

test('a call that is sent again gets what the first one got', async () => {
  const first = { clientMessageId: randomUUID(), message: 'Enterprise IT Manager' };
  const result = await run(first);
  assert.deepEqual(await run(first), result);
  assert.deepEqual((await streamed(first)).result, result);
  const next = {
    sessionId: result.sessionId,
    clientMessageId: randomUUID(),
    message: 'Too many tools and too little budget',
  };
  const after = await run(next);
  assert.deepEqual(await run(next), after);
  assert.deepEqual(await run(first), result, 'also when the session has gone on');
  assert.equal((await conversation(result.sessionId)).rev, after.rev);
});

test('another message under the same id is refused', async () => {
  const clientMessageId = randomUUID();
  await run({ clientMessageId, message: 'Enterprise IT Manager' });
  await assert.rejects(
    run({ clientMessageId, message: 'Somebody else' }),
    refused(409, 'ALREADY_EXISTS'),
  );
});

test('a session can be looked at, and its state is not taken from the caller', async () => {
  const { sessionId, state } = await run({ message: 'Enterprise IT Manager' });
  const forged = { ...state, persona_name: 'Forged' };
  const looked = await run({ sessionId, state: forged });
  assert.deepEqual(looked.state, state);
  await assert.rejects(run({ message: 'Hi', state: forged }), refused(400, 'INVALID_ARGUMENT'));
});

test('a stream can be had again by its id, whatever the input is then', async () => {
  const first = await streamed({ message: 'Enterprise IT Manager' });
  await run({ sessionId: first.result.sessionId, message: 'Too many tools' });
  const again = await streamed({ message: 'ignored' }, { streamId: first.id });
  assert.deepEqual(again, first);
  await assert.rejects(
    streamed({ message: 'ignored' }, { streamId: 'nope' }),
    /NOT_FOUND: Stream not found/,
  );
});

test('input that is wrong is refused by its path and not repeated', async () => {
  await assert.rejects(run({ message: 4711 }), (e) => {
    refused(400, 'INVALID_ARGUMENT')(e);
    assert.match(e.message, /"path":"message"/);
    assert.doesNotMatch(e.message, /4711|schema/);
    return true;
  });
  await assert.rejects(streamed({ sessionid: 'x' }), /^Error: INVALID_ARGUMENT: /);
  await assert.rejects(run('a text'), refused(400, 'INVALID_ARGUMENT'));
});

test('a session or a flow that is not there is not found', async () => {
  await assert.rejects(run({ sessionId: randomUUID(), message: 'Hi' }), refused(404, 'NOT_FOUND'));
  await assert.rejects(streamed({ sessionId: randomUUID(), message: 'Hi' }), /NOT_FOUND: /);
  await assert.rejects(
    runFlow({ url: flowUrl('nope'), headers, input: {} }),
    refused(404, 'NOT_FOUND'),
  );
  const profile = await runFlow({ url: flowUrl('customer-profile'), headers, input: {} });
  await assert.rejects(
    run({ sessionId: profile.sessionId, message: 'Hi' }),
    refused(400, 'FAILED_PRECONDITION'),
  );
});

test('without a valid token nobody gets in, streaming or not', async () => {
  for (const strangers of [{}, { authorization: 'Bearer nope' }]) {
    await assert.rejects(run({}, { headers: strangers }), refused(401, 'UNAUTHENTICATED'));
    await assert.rejects(streamed({}, { headers: strangers }), /Server returned: 401: .*UNAUTHENTICATED/);
  }
});

test('a body that is too large is refused', async () => {
  await assert.rejects(run({ message: 'x'.repeat(300_000) }), refused(413, 'INVALID_ARGUMENT'));
});

test('a call that is part of a trace is told which', async () => {
  const response = await fetch(flow, {
    method: 'POST',
    headers: {
      ...headers,
      'content-type': 'application/json',
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    },
    body: '{}',
  });
  assert.equal(response.headers.get('x-genkit-trace-id'), '0af7651916cd43dd8448eb211c80319c');
  assert.equal(response.headers.get('x-genkit-span-id'), 'b7ad6b7169203331');
});

test('a caller that gives up is let go', async () => {
  const controller = new AbortController();
  const { stream, output } = streamFlow({
    url: flow,
    headers,
    input: { message: 'Enterprise IT Manager' },
    abortSignal: controller.signal,
  });
  const read = async () => {
    for await (const _ of stream);
  };
  const both = Promise.all([
    assert.rejects(output, { name: 'AbortError' }),
    assert.rejects(read(), { name: 'AbortError' }),
  ]);
  controller.abort();
  await both;
  assert.equal((await fetch(`${url}/api/v1/status`)).status, 200);
});
