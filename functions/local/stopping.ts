import type { Server } from 'node:http';

/**
 * Ends a server: it takes no new connection, answers what is under way, and closes each connection when it has no request
 * any more. What is not answered by then is cut off.
 *
 * @param patience milliseconds.
 */
export const stopServer = (server: Server, patience: number): void => {
  server.close();
  // A connection that is kept open may bring one more request, which may be under way already: it is the last one.
  server.prependListener('request', (_request, response) => response.setHeader('connection', 'close'));
  // Node closes those that are idle now, and waits seconds for those that become so.
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  const end = setTimeout(() => server.closeAllConnections(), patience);
  server.once('close', () => {
    clearInterval(sweep);
    clearTimeout(end);
  });
};
