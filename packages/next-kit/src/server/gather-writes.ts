import type { ServerResponse } from "node:http";

/**
 * Sends what a response writes within one turn of the event loop together: Next flushes the head, the page, the router's
 * data and the end one by one, and each would be a system call and a packet of its own. Nothing waits longer than that turn.
 */
export function gatherWrites(response: ServerResponse): void {
  const write = response.write.bind(response) as (...rest: unknown[]) => boolean;
  const flushHeaders = response.flushHeaders.bind(response);
  let gathering = false;
  const gather = () => {
    if (gathering) return;
    gathering = true;
    // of the socket and not of the response: Node ends a corked response before it has sent what was held back
    const { socket } = response;
    socket?.cork();
    setImmediate(() => {
      gathering = false;
      socket?.uncork();
    });
  };
  response.flushHeaders = () => {
    gather();
    flushHeaders();
  };
  response.write = ((...rest: unknown[]) => {
    gather();
    return write(...rest);
  }) as typeof response.write;
}
