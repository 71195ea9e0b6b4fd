const unused = [
  "accelerometer",
  "camera",
  "display-capture",
  "geolocation",
  "gyroscope",
  "microphone",
  "midi",
  "payment",
  "usb",
];

/** What every answer carries besides its content security policy: pages, static files, tRPC and refusals alike. */
export function securityHeaders(options: { secure: boolean }): Readonly<Record<string, string>> {
  return {
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "permissions-policy": unused.map((feature) => `${feature}=()`).join(", "),
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    // a year, for this host alone; only where TLS is known to be there, else the site would lock itself out
    ...(options.secure ? { "strict-transport-security": "max-age=31536000" } : {}),
  };
}
