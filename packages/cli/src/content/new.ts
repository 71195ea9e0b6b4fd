import "../terminal/plain-failures";
import { openDoor } from "../doors";
import { Trouble } from "../terminal/trouble";

// `npm run content -- new <slug>`: the files of a new topic, to be filled in
const slug = process.argv[2];
if (!slug) throw new Trouble("Which topic?", "For example: npm run content -- new quantisation");
const newTopic = await openDoor("@tidao/content", "newTopic");
for (const path of await newTopic(slug)) console.log(path);
