/** The signed-in frame with nothing in it: what every other page costs is measured against this one. */
export default function FramePage() {
  return null;
}
