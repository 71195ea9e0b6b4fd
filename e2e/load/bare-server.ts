import Fastify from "fastify";
import pg from "pg";

// The least that storing an answer can cost here: one prepared insert behind Fastify. PORT, DATABASE_URL.
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const server = Fastify();
server.post("/answers", async (request) => {
  const { rows } = await pool.query<{ id: string }>({ name: "insert", text: "insert into bench_bare (body) values ($1) returning id", values: [request.body] });
  return { id: rows[0]?.id };
});
await server.listen({ port: Number(process.env.PORT), host: "127.0.0.1" });
process.send?.("ready");
