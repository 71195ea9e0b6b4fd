/**
 * Who sent the request: the socket's peer, or with n trusted proxies the n-th address from the right of
 * X-Forwarded-For: each proxy appends the address that it saw, so everything further left is whatever the client wrote.
 */
export function peerAddress(
  socketAddress: string | undefined,
  forwardedFor: string | string[] | undefined,
  trustedHops: number,
): string {
  const socket = plain(socketAddress ?? "unknown");
  if (trustedHops <= 0) return socket;
  const chain = [forwardedFor ?? []]
    .flat()
    .join(",")
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);
  // fewer entries than proxies: some proxy did not write; its own address is the best that is known
  return plain(chain.at(-trustedHops) ?? socket);
}

/** An IPv4 address seen through a dual-stack socket is written as IPv4. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, "");
