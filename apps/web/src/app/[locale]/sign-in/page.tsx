import { type EntryQuery, entryMetadata, SignInScreen } from "@tidao/next-kit/sign-in";

export const generateMetadata = () => entryMetadata("signIn");

export default async function SignInPage({ searchParams }: { searchParams: Promise<EntryQuery> }) {
  return <SignInScreen query={await searchParams} signUp />;
}
