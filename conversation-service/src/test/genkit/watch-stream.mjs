// Streams one message of a session, when it is told to by a line of input, and prints how that goes:
// "ready", then "head <stream id>" as soon as the id is known, then "chunk" for each chunk, then
// "result" or "error <message>".
import { once } from 'node:events';
import { streamFlow } from 'genkit/beta/client';
import { conversation, flowUrl, headers } from './rapport.mjs';

const [flow, sessionId, message] = process.argv.slice(2);
await conversation(sessionId);
console.log('ready');
await once(process.stdin, 'data');
process.stdin.destroy();

const { stream, output, streamId } = streamFlow({
  url: flowUrl(flow),
  headers,
  input: { sessionId, clientMessageId: 'watched', message },
});
streamId.then((id) => console.log(`head ${id}`));
try {
  for await (const _ of stream) console.log('chunk');
  await output;
  console.log('result');
} catch (e) {
  console.log(`error ${e.message}`);
}
