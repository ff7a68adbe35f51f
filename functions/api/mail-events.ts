import * as z from 'zod/mini';
import { parseMailbox, recipientOf } from '#core/mailbox.ts';
import { openDynamoStore } from '#store/dynamo.ts';
import { keyOf, secretOf } from './secret.ts';

const { TABLE = '', SECRET } = process.env;
const store = openDynamoStore({ table: TABLE });
const secret = secretOf(SECRET);

const recipients = z.array(z.object({ emailAddress: z.string() }));

/** What is read of an event of SES: https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html */
const sesEvent = z.union([
  z.object({
    eventType: z.literal('Bounce'),
    bounce: z.object({ bounceType: z.string(), bouncedRecipients: recipients }),
  }),
  z.object({ eventType: z.literal('Complaint'), complaint: z.object({ complainedRecipients: recipients }) }),
  z.object({ eventType: z.literal('Reject') }),
]);

/** What SES says, in no JSON, when it is told of the topic. */
const greeting = 'Successfully validated SNS topic';

/** A topic's message as Lambda gets it: https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html */
interface SnsEvent {
  readonly Records: readonly { readonly Sns: { readonly Message: string } }[];
}

/** The Lambda function that is told of mail that came back or was called spam: those addresses get no more. */
export const handler = async ({ Records }: SnsEvent): Promise<void> => {
  for (const { Sns } of Records) {
    if (Sns.Message.startsWith(greeting)) continue;
    const event = sesEvent.parse(JSON.parse(Sns.Message));
    if ('complaint' in event) await suppress(event.complaint.complainedRecipients, 'complaint');
    // A transient bounce, as of a full mailbox, may be well tomorrow.
    if ('bounce' in event && event.bounce.bounceType === 'Permanent')
      await suppress(event.bounce.bouncedRecipients, 'bounce');
  }
};

const suppress = async (told: z.infer<typeof recipients>, reason: 'bounce' | 'complaint'): Promise<void> => {
  for (const { emailAddress } of told) {
    const mailbox = parseMailbox(emailAddress);
    if (mailbox !== null)
      await store.suppressions.add(await keyOf(secret, 'recipient', recipientOf(mailbox)), reason, new Date());
  }
};
