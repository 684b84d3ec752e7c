/**
 * The same work as the pipeline of rows10M, as a program that a data engineer would write for DuckDB: fill the missing
 * prices with their mean, keep the larger sales, compute the revenue, group by city, save Parquet. It reads the CSV
 * once into a table, since it needs the rows twice (the mean comes first). Called: program.ts <csv> <parquet>.
 */
import { DuckDBInstance } from '@duckdb/node-api';

const [csv, parquet] = process.argv.slice(2);
const instance = await DuckDBInstance.create(':memory:', { memory_limit: '2GB' });
const connection = await instance.connect();
await connection.run(`SET temp_directory = '${parquet}.tmp'`);
await connection.run(`CREATE TABLE sales AS FROM read_csv('${csv}')`);
await connection.run(`COPY (
  WITH filled AS (
    SELECT * REPLACE (coalesce(price, (SELECT avg(price) FROM sales)) AS price) FROM sales)
  SELECT city, count(*) AS count, avg(revenue) AS "revenue mean", sum(revenue) AS "revenue sum",
    max(price) AS "price max"
  FROM (SELECT *, price * amount * (1 - discount) AS revenue FROM filled WHERE amount >= 3)
  GROUP BY city ORDER BY city) TO '${parquet}' (FORMAT parquet)`);
connection.closeSync();
instance.closeSync();
