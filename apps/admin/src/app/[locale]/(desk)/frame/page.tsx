/** The signed-in frame with nothing in it: what every other page of the desk costs is measured against this one. */
export default function FramePage() {
  return null;
}
