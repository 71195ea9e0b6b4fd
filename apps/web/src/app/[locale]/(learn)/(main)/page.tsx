import type { WebRouter } from "@tidao/api/client";
import { loaded, serverCaller } from "@tidao/next-kit/caller";
import { currentActor } from "@tidao/next-kit/session";
import { HomeView } from "../../../../features/home/home-view";
import { Landing } from "../../../../features/home/landing";
import { pageWords } from "../../../../page-words";

export async function generateMetadata() {
  const { home } = pageWords().words;
  return { title: (await currentActor()).kind === "user" ? home.title : home.landing.title };
}

export default async function HomePage() {
  const actor = await currentActor();
  if (actor.kind !== "user") return <Landing />;
  const api = await serverCaller<WebRouter>();
  return <HomeView home={await loaded(api.home.getHome({}))} actor={actor} now={new Date()} />;
}
