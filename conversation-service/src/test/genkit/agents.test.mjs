import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AgentError, remoteAgent } from 'genkit/beta/client';
import { agentUrl, conversation, headers } from './rapport.mjs';

const agent = remoteAgent({ url: agentUrl('buying-process'), headers });

async function begun() {
  const chat = agent.chat();
  await chat.send('Enterprise IT Manager');
  return chat;
}

test('a turn shows its text as it comes and keeps the state up to date', async () => {
  const chat = await begun();
  const turn = chat.sendStream('Too many tools and too little budget');
  const states = [];
  let text = '';
  for await (const chunk of turn.stream) {
    text += chunk.text;
    if (chunk.custom) states.push(chunk.custom);
  }
  const response = await turn.response;
  assert.equal(text, response.text);
  assert.equal(states[0].values.persona_pain_points, '', 'first the state before the turn');
  assert.equal(states.at(-1).values.persona_pain_points, 'Too many tools and too little budget');
  assert.deepEqual(chat.state, states.at(-1));
  assert.equal(chat.state.rev, (await conversation(chat.sessionId)).rev);
});

test('a chat can be gone on with elsewhere', async () => {
  const chat = await begun();
  const elsewhere = await agent.loadChat({ sessionId: chat.sessionId });
  assert.deepEqual(
    elsewhere.messages.map(({ role }) => role),
    ['model', 'user', 'model'],
  );
  assert.deepEqual(elsewhere.state, chat.state);
  assert.equal(elsewhere.snapshotId, chat.snapshotId);
  await elsewhere.send('Too many tools');
  assert.equal(elsewhere.state.values.persona_pain_points, 'Too many tools');
});

test('a stale snapshot is refused, and the chat goes on once it is loaded again', async () => {
  const chat = await begun();
  const stale = await agent.loadChat({ sessionId: chat.sessionId });
  await chat.send('Too many tools');
  await assert.rejects(stale.send('No budget'), (e) => {
    assert.ok(e instanceof AgentError);
    assert.equal(e.status, 'ABORTED');
    assert.ok(e.message.includes(`expected ${stale.snapshotId}, at ${chat.snapshotId}`), e.message);
    return true;
  });
  const fresh = await agent.loadChat({ sessionId: chat.sessionId });
  assert.equal(fresh.state.values.persona_pain_points, 'Too many tools');
  await fresh.send('standard');
  assert.equal(fresh.state.values.buying_stages.length, 3);
});

test('a turn that is sent again gets what the first one got', async () => {
  const chat = await begun();
  const twin = await agent.loadChat({ snapshotId: chat.snapshotId });
  const first = await chat.send('Too many tools');
  const again = await twin.send('Too many tools');
  assert.deepEqual(again.raw, first.raw);
  assert.deepEqual(twin.state, chat.state);
});

test('an earlier snapshot can still be looked at', async () => {
  const chat = await begun();
  const snapshot = chat.snapshotId;
  const state = chat.state;
  await chat.send('Too many tools');
  const earlier = await agent.getSnapshot(snapshot);
  assert.equal(earlier.status, 'completed');
  assert.deepEqual(earlier.state.custom, state);
  await assert.rejects(agent.getSnapshot('nope:1'), /404: .*NOT_FOUND/);
  await assert.rejects(agent.loadChat({ sessionId: 'nope' }), /404: .*NOT_FOUND/);
});

test('a turn that is over cannot be aborted any more', async () => {
  const chat = await begun();
  assert.equal(await chat.abort(), 'completed');
});

test('an agent is never interrupted, nor does it take a state', async () => {
  const chat = await begun();
  await assert.rejects(chat.resume({ respond: [] }), /FAILED_PRECONDITION/);
  await assert.rejects(agent.chat({ state: { custom: {} } }).send('Hi'), /FAILED_PRECONDITION/);
});
