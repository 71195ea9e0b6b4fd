import { type EntryQuery, entryMetadata, SignUpScreen } from "@tidao/next-kit/sign-in";

export const generateMetadata = () => entryMetadata("signUp");

export default async function SignUpPage({ searchParams }: { searchParams: Promise<EntryQuery> }) {
  return <SignUpScreen query={await searchParams} />;
}
