export { signIn, signInWith, type SignInResult, signOut, signUp, type SignUpFields } from "@tidao/auth/client";
export { SignOutButton } from "./sign-out-button";
