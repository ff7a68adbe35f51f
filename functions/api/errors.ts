import * as z from 'zod/mini';
import { domainProblems } from '#core/domain.ts';
import { smtpProblems } from '#core/smtp/settings.ts';

const aboutParameter = { parameter: z.string() };

const apiError = z.discriminatedUnion('code', [
  z.object({ code: z.literal('MISSING_PARAMETER'), ...aboutParameter }),
  z.object({ code: z.literal('REPEATED_PARAMETER'), ...aboutParameter }),
  z.object({ code: z.literal('PARAMETER_TOO_LONG'), ...aboutParameter, limit: z.int() }),
  z.object({ code: z.literal('INVALID_DOMAIN'), problem: z.enum(domainProblems) }),
  z.object({ code: z.literal('INVALID_SMTP_SETTINGS'), problem: z.enum(smtpProblems) }),
  z.object({ code: z.literal('INVALID_IP') }),
  z.object({ code: z.literal('INVALID_CHOICES') }),
  z.object({ code: z.literal('INVALID_BODY') }),
  z.object({ code: z.literal('BODY_TOO_LARGE'), limit: z.int() }),
  z.object({ code: z.literal('RESULT_TOO_LARGE') }),
  z.object({ code: z.literal('LIMIT_REACHED') }),
  z.object({ code: z.literal('INVALID_ADDRESS') }),
  z.object({ code: z.literal('PROOF_REFUSED') }),
  z.object({ code: z.literal('RECIPIENT_REFUSED') }),
  z.object({ code: z.literal('MAIL_FAILED') }),
  z.object({ code: z.literal('NOT_FOUND') }),
  z.object({ code: z.literal('METHOD_NOT_ALLOWED'), allowed: z.array(z.string()) }),
  z.object({ code: z.literal('INTERNAL') }),
  z.object({ code: z.literal('BUSY') }),
]);

/** Why a request was not answered: a fact and its raw values, which the site puts into words. */
export type ApiError = z.infer<typeof apiError>;

/** The body of every answer that is not a 200. */
export const errorSchema = z.object({ error: apiError });
