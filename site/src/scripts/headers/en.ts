import { requestFailures } from '#messages/en-failures.ts';
import { headersEn } from '#messages/headers-en.ts';
import { seenTryEn } from '#messages/seen-try-en.ts';
import { checkAddress, domainParameters } from '../../routes.ts';
import { startHeaders } from './headers-page.ts';

export const startHeaderReader = (): void =>
  startHeaders(
    { headers: headersEn, tried: seenTryEn, failures: requestFailures },
    (domain) => `${checkAddress.en}?${domainParameters.en}=${encodeURIComponent(domain)}`,
  );
