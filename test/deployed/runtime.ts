import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { installLambdaRuntime, invoke } from '#test/api/lambda-runtime.ts';

/**
 * A process that is one function of Lambda: it loads the bundle that its argument names, and answers each event that its parent sends,
 * in turn. A streamed answer is sent when all of it is there.
 */

type Handler = (event: object, stream?: object) => Promise<unknown>;

installLambdaRuntime();
const [, , file = ''] = process.argv;
const { handler }: { readonly handler: Handler } = await import(pathToFileURL(file).href);
const isStreaming = handler.length === 2;

const answer = async (event: object): Promise<unknown> => {
  if (!isStreaming) return handler(event);
  const { body, ...head } = await invoke(handler as Parameters<typeof invoke<object>>[0], event);
  return { ...head, body: await text(body) };
};

process.on('message', async (event: object) => {
  try {
    process.send?.({ answer: (await answer(event)) ?? null });
  } catch (error) {
    process.send?.({ error: error instanceof Error ? error.message : String(error) });
  }
});
process.send?.({ answer: 'loaded' });
