/** What our mails say: plain text and HTML are made of the same sentences. */
export const mail = {
  greeting: "Hello {name},",
  signature: "Tidao",
  copyLink: "If the button does not work, copy this address into your browser:",
  verify: {
    subject: "Confirm your e-mail address for Tidao",
    body: "Press the button to confirm that this address is yours. The link is good for 24 hours.",
    action: "Confirm address",
    note: "If you did not sign up, somebody mistyped their address. You need not do anything.",
  },
  reset: {
    subject: "Set a new password for Tidao",
    body: "Press the button to choose a new password. The link is good for one hour and works once. Afterwards every device is signed out.",
    action: "Choose a new password",
    note: "If you did not ask for this, your password stays as it is. You need not do anything.",
  },
  passwordChanged: {
    subject: "Your Tidao password was changed",
    body: "The password of your account was changed on {time}.",
    action: "That was not me: reset it",
    note: "If it was you, you need not do anything.",
  },
  changeEmail: {
    subject: "Confirm your new e-mail address for Tidao",
    body: "Somebody who knows your password asked to move your account to this address. Press the button to confirm. The link is good for 24 hours.",
    action: "Use this address",
    note: "If that was not you, do not press the button, and nothing will change.",
  },
  emailChanged: {
    subject: "The e-mail address of your Tidao account was changed",
    body: "On {time} your account moved to {email}. Mail about it goes there from now on.",
    action: "That was not me: undo it",
    note: "The button works for seven days. It gives this address the account back, signs every device out and sends you a link for a new password. If it was you, you need not do anything.",
  },
  emailInUse: {
    subject: "Your address already has a Tidao account",
    body: "Somebody asked to move another account to this address. You have an account here already, so nothing was changed.",
    action: "Sign in",
    note: "If it was you, sign in with this address. If not, you need not do anything.",
  },
  deletionRequested: {
    subject: "Your Tidao account will be deleted",
    body: "Somebody who is signed in to your account asked to delete it. On {time} everything personal in it will be gone. Until then everything works as usual.",
    action: "Keep my account",
    note: "Sign in and press “Keep my account” there. If it was not you who asked, change your password, too. If it was you, you need not do anything.",
  },
  accountErased: {
    subject: "Your Tidao account has been erased",
    body: "Your account was erased on {time}, at least two weeks after that was asked for. This is the last mail about it.",
    gone: "Gone for good: your name, this address and your sign-ins, class memberships, question sets, notes, bookmarks and lists, your plan, everything you wrote in answers and reports, reasons that others noted about you, mail to you, your exports and the list of who looked at your data.",
    stays:
      "What stays without you: which choices were made, their points and times, and which questions were reported, under a number that leads to nobody. It keeps the statistics of questions honest.",
    note: "This address was kept for this mail alone and goes from our outbox with it. Nobody can bring the account back; you can sign up anew at any time.",
  },
  digest: {
    subject: {
      reviews: "{due, plural, one {One review is due} other {# reviews are due}}",
      assignments: "{tasks, plural, one {One assignment to do} other {# assignments to do}}",
      both: "{due, plural, one {One review} other {# reviews}} and {tasks, plural, one {one assignment} other {# assignments}} for today",
    },
    due: "{count, plural, one {One question is due for review} other {# questions are due for review}}, about {minutes, plural, one {one minute} other {# minutes}}.",
    dueAction: "Review now",
    opened: "Newly opened",
    dueSoon: "Due soon",
    assignment: "{title} ({class}), due {time}",
    assignmentsAction: "See assignments",
    why: "You get this at most once a day, because your settings ask for it.",
    settings: "Change mail settings",
    unsubscribe: "Stop these mails",
  },
} as const;
