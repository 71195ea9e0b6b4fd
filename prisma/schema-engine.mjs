#!/usr/bin/env node
// Speaks the JSON-RPC of Prisma's native schema engine on top of the same engine compiled to WebAssembly
// (npm: @prisma/schema-engine-wasm), so that `prisma migrate` works where binaries.prisma.sh cannot be reached.
// Files and the _prisma_migrations table are the ordinary ones: the stock engine can take over at any time.
// It takes no advisory lock (the native engine does): whoever migrates holds one, see packages/cli/src/migrate.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import * as bg from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";
import { parse as parseUrl } from "pg-connection-string";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: { datamodels: { type: "string", multiple: true }, datasource: { type: "string" } },
});
const url = JSON.parse(values.datasource ?? "{}").url ?? process.env.DATABASE_OWNER_URL ?? process.env.DATABASE_URL;

function say(level, message, error_code) {
  const line = {
    timestamp: new Date().toISOString(),
    level,
    fields: { message, error_code },
    target: "schema_engine::logger",
  };
  process.stderr.write(`${JSON.stringify(line)}\n`);
}

async function withAdmin(run) {
  const admin = new URL(url);
  const name = decodeURIComponent(admin.pathname.slice(1)) || "postgres";
  admin.pathname = "/postgres";
  const client = new pg.Client({ connectionString: admin.href });
  await client.connect();
  try {
    return await run(client, name);
  } finally {
    await client.end();
  }
}

const createDatabase = () =>
  withAdmin(async (client, name) => {
    await client.query(`create database ${client.escapeIdentifier(name)}`);
    return { databaseName: name };
  });

async function canConnect() {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.end();
}

if (positionals[0] === "cli") {
  say("INFO", "start");
  try {
    if (positionals[1] === "can-connect-to-database") await canConnect();
    else if (positionals[1] === "create-database") await createDatabase();
    else throw new Error(`unsupported: ${positionals[1]}`);
    process.exit(0);
  } catch (error) {
    say("ERROR", error.message, error.code === "3D000" ? "P1003" : "P1001");
    process.exit(1);
  }
}

const require = createRequire(import.meta.url);
const wasm = require.resolve("@prisma/schema-engine-wasm/schema_engine_bg").replace(/\.js$/, ".wasm");
globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => say("ERROR", message) };
const { instance } = await WebAssembly.instantiate(readFileSync(wasm), { "./schema_engine_bg.js": bg });
bg.__wbg_set_wasm(instance.exports);
instance.exports.__wbindgen_start();

const datamodels = (values.datamodels ?? []).map((path) => [path, readFileSync(path, "utf8")]);

// adapter-pg rejects the catalog type "char" (oid 18), which the engine reads:
// https://github.com/prisma/orm/issues/27403
const CHAR = 18;
const TEXT = 25;

function patched(adapter) {
  const { performIO, queryRaw } = adapter;
  // adapter-pg splits scripts at every ";", also inside $$ bodies; one simple query keeps them whole and atomic
  adapter.executeScript = (sql) =>
    adapter.client.query(sql).then(
      () => {},
      (error) => adapter.onError(error),
    );
  let fields = [];
  adapter.performIO = async (query) => {
    const result = await performIO.call(adapter, query);
    fields = (result.fields ?? []).map((field) => field.dataTypeID);
    for (const field of result.fields ?? []) if (field.dataTypeID === CHAR) field.dataTypeID = TEXT;
    return result;
  };
  adapter.queryRaw = async (query) => {
    const result = await queryRaw.call(adapter, query);
    fields.forEach((oid, i) => {
      if (oid === CHAR) result.columnTypes[i] = ColumnTypeEnum.Character;
    });
    return result;
  };
  return adapter;
}

let engine;
function getEngine() {
  const config = parseUrl(url); // discrete fields: a connectionString would win over `database` below
  const factory = new PrismaPg(config);
  const connect = factory.connect.bind(factory);
  factory.connect = async () => patched(await connect());
  // adapter-pg drops its shadow database before it closes its own pool on it
  factory.connectToShadowDb = async () => {
    const database = `prisma_migrate_shadow_db_${crypto.randomUUID()}`;
    await withAdmin((client) => client.query(`create database "${database}"`));
    const shadow = patched(await new PrismaPg({ ...config, database }).connect());
    const { dispose } = shadow;
    shadow.dispose = async () => {
      await dispose.call(shadow);
      await withAdmin((client) => client.query(`drop database "${database}" with (force)`));
    };
    return shadow;
  };
  engine ??= bg.SchemaEngine.new(
    { datamodels: datamodels.length ? datamodels : undefined },
    () => {},
    bindMigrationAwareSqlAdapterFactory(factory),
  );
  return engine;
}

async function call(method, params) {
  if (method === "createDatabase") return createDatabase();
  const target = await getEngine();
  if (method === "getDatabaseVersion") return target.version(params);
  if (typeof target[method] !== "function") throw new Error(`unsupported method ${method}`);
  const result = (await target[method](params)) ?? {};
  if (method === "diff" && result.stdout) {
    const print = { jsonrpc: "2.0", id: 1e6, method: "print", params: { content: result.stdout } };
    process.stdout.write(`${JSON.stringify(print)}\n`);
  }
  return result;
}

function asRpcError(error) {
  return {
    code: 4466,
    message: "An error happened. Check the data field for details.",
    data: { is_panic: false, message: error.message, meta: error.meta ?? null, error_code: error.code ?? null },
  };
}

for await (const line of createInterface({ input: process.stdin })) {
  const { id, method, params } = JSON.parse(line);
  if (!method) continue;
  let reply;
  try {
    reply = { result: await call(method, params) };
  } catch (error) {
    reply = { error: asRpcError(error) };
  }
  process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", id, ...reply })}\n`);
}
process.exit(0);
