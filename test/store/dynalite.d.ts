declare module 'dynalite' {
  import type { Server } from 'node:http';

  /** DynamoDB in memory. `createTableMs`: how long a table is being made. */
  const dynalite: (options: { readonly createTableMs: number }) => Server;
  export default dynalite;
}
