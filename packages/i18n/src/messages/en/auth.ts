export const auth = {
  signIn: {
    title: "Sign in",
    lead: "Your progress is where you left it.",
    leadDesk: "For editors and administrators.",
    submit: "Sign in",
    submitting: "Signing in…",
    noAccount: "No account yet?",
    signUp: "Sign up",
    forgot: "Forgot your password?",
    with: "Continue with {provider}",
    or: "or",
  },
  signUp: {
    title: "Sign up",
    lead: "A name, an e-mail address and a password are all it takes.",
    submit: "Create account",
    submitting: "Creating…",
    haveAccount: "Have an account?",
    signIn: "Sign in",
  },
  email: "E-mail address",
  name: "Name",
  nameHint: "Your instructors see it. You can change it later.",
  password: "Password",
  /** Not “show password”: the field is what is called that. */
  showTyped: "Show what is typed",
  passwordHint: "At least {minLength} characters. A few words in a row are good.",
  language: "Language",
  problems: {
    OFFLINE: "No connection to the site. What you typed is still here; try again.",
    OAUTH_EMAIL_UNVERIFIED: "That service has not verified your e-mail address. Verify it there, then try again.",
    OAUTH_ACCOUNT_UNVERIFIED:
      "There is an account with this e-mail address whose owner has not verified it. Sign in with its password.",
    OAUTH_ADDRESS_HELD:
      "An account was moved away from this e-mail address less than seven days ago. If you moved it, sign in with its new address. If not, open the mail that we sent you then and take the account back.",
    OAUTH_FAILED: "Signing in there did not work. Try again, or use your password.",
  },
  wrongRole: {
    title: "This is the desk of editors and administrators",
    body: "You are signed in as {name}, who has neither role.",
    toLearn: "Go to the learning site",
  },
} as const;
