import { messages } from "@tidao/i18n";
import type { Metadata } from "next";
import { requestScope } from "../request-scope";

export const entryMetadata = (page: "signIn" | "signUp"): Metadata => ({
  title: messages[requestScope().locale].auth[page].title,
});
