import { addressEn } from '#messages/address-check-en.ts';
import { startAddressPage } from './address-page.ts';

export const startAddress = (): void => startAddressPage(addressEn);
