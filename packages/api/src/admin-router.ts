import { updatePreferences } from "./routers/account/update-preferences";
import { createCallerFactory, router } from "./trpc";

/** Everything that editors and admins can ask for; served on their own origin only. */
export const adminRouter = router({
  account: { updatePreferences },
});
export type AdminRouter = typeof adminRouter;
export const createAdminCaller = createCallerFactory(adminRouter);
