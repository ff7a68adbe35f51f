/**
 * Reads `SMTP_PORT_25`: `closed` where the network lets nothing out at port 25, as AWS does until one asks for it
 * (https://repost.aws/knowledge-center/ec2-port-25-throttle); `open`, or nothing, elsewhere.
 *
 * @throws Error where it is anything else.
 */
export const isPort25Closed = (variable: string | undefined): boolean => {
  switch (variable) {
    case 'closed':
      return true;
    case undefined:
    case '':
    case 'open':
      return false;
    default:
      throw new Error(`SMTP_PORT_25="${variable}": neither "open" nor "closed"`);
  }
};
