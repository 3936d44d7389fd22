// One interview by each kind of client. A turn is {sessionId, reply, asked, status, rev, state}.
import assert from 'node:assert/strict';
import { remoteAgent, runFlow, streamFlow } from 'genkit/beta/client';
import { agentUrl, conversation, flowUrl, headers, post } from './rapport.mjs';

/** Calls the flow without streaming. */
export class Runner {
  constructor(flow) {
    this.flow = flow;
    this.messages = 0;
  }

  begin() {
    return this.call({});
  }

  say(message) {
    const clientMessageId = `m${++this.messages}`;
    return this.call({ sessionId: this.sessionId, clientMessageId, message });
  }

  async call(input) {
    const result = await runFlow({ url: flowUrl(this.flow), headers, input });
    this.sessionId = result.sessionId;
    return result;
  }
}

/** Streams the flow, and checks that the pieces agree with the result. */
export class Streamer extends Runner {
  async call(input) {
    const { stream, output, streamId } = streamFlow({ url: flowUrl(this.flow), headers, input });
    const chunks = [];
    for await (const chunk of stream) chunks.push(chunk);
    const result = await output;
    const texts = chunks.filter((chunk) => chunk.type === 'text');
    assert.equal(texts.map((chunk) => chunk.text).join(''), result.reply);
    const events = chunks.filter((chunk) => chunk.type === 'event').map((chunk) => chunk.event);
    assert.equal(events.at(-1).rev, result.rev);
    this.events = [...(this.events ?? []), ...events];
    this.streamIds = [...(this.streamIds ?? []), await streamId];
    this.sessionId = result.sessionId;
    return result;
  }
}

/** Chats with the flow's agent; the state is what the client put together from patches. */
export class Chatter {
  constructor(flow) {
    this.flow = flow;
    this.chat = remoteAgent({ url: agentUrl(flow), headers }).chat();
  }

  async begin() {
    return this.turn(await this.chat.send({}));
  }

  async say(message) {
    return this.turn(await this.chat.send(message));
  }

  turn(response) {
    assert.equal(response.finishReason, 'stop');
    const { values, ...state } = this.chat.state;
    return { ...state, sessionId: this.chat.sessionId, reply: response.text, state: values };
  }
}

/** Uses the HTTP API, as the console does. */
export class Console {
  constructor(flow) {
    this.flow = flow;
    this.messages = 0;
  }

  async begin() {
    this.id = (await post('/api/v1/conversations', { flow: this.flow })).id;
    return this.turn();
  }

  async say(text) {
    const messageId = `m${++this.messages}`;
    await post(`/api/v1/conversations/${this.id}/messages`, { messageId, text });
    return this.turn();
  }

  async turn() {
    const { asked, status, rev, values, messages } = await conversation(this.id);
    const reply = messages.findLast((message) => message.role === 'bot').text;
    return { sessionId: this.id, reply, asked, status, rev, state: values };
  }
}
