"use client";
import "./globals.css";

export { FailedDocument as default } from "@tidao/next-kit/screens/failed";
