"use client";
export { FailedScreen as default } from "@tidao/next-kit/screens/failed";
