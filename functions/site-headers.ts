/**
 * Headers of every answer, from the local server and from the content network alike. The page runs its own files only:
 * nothing inline, nothing of a third party, in nobody's frame, and no text that becomes markup or code.
 */

const contentSecurityPolicy = [
  // What is not named below is not loaded at all.
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  // The design system draws its icons from data: addresses in its style sheets.
  "img-src 'self' data:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  // innerHTML and its like throw, and no policy may be made that lets a text through: https://www.w3.org/TR/trusted-types/
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
];

/** Writing to the clipboard and sharing stay allowed: the page does so when it is asked to. */
const unusedFeatures = [
  'accelerometer',
  'autoplay',
  'camera',
  'clipboard-read',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'window-management',
  'xr-spatial-tracking',
];

export const securityHeaders = {
  'content-security-policy': contentSecurityPolicy.join('; '),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': unusedFeatures.map((feature) => `${feature}=()`).join(', '),
  'referrer-policy': 'no-referrer',
  // Browsers heed it over HTTPS only (RFC 6797 section 8.1), so that it does no harm on the local server.
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  // For browsers that do not know frame-ancestors.
  'x-frame-options': 'DENY',
} as const;

/** How long the files of the site are kept. The API says itself that its answers are not. */
export const siteCaching = {
  /** Below `/_astro/`: another content has another name. */
  hashed: 'public, max-age=31536000, immutable',
  /** Kept, and asked for anew at every visit. */
  pages: 'no-cache',
} as const;
