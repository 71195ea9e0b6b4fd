import { notFound } from "next/navigation";

/** An address that no page has: the not-found screen, in the document of the rest. */
export default function Nowhere(): never {
  notFound();
}
