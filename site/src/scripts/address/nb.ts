import { addressNb } from '#messages/address-check-nb.ts';
import { startAddressPage } from './address-page.ts';

export const startAddress = (): void => startAddressPage(addressNb);
