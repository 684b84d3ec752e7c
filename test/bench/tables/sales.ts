/** Ten million sales as a CSV of about 1 GB: made once per bench by DuckDB, from md5, so that it is always the same. */
import { DuckDBInstance } from '@duckdb/node-api';

export const ROWS = 10_000_000;

/** Columns: id, day, city (1,000 of them), product, price (4% missing), amount, discount, note. */
export async function writeSales(path: string, rows = ROWS): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const unit = (salt: string): string => `(hash(i, '${salt}') % 1000003) / 1000003.0`;
  await connection.run(`COPY (
    SELECT i AS id,
      DATE '2020-01-01' + CAST(floor(${unit('day')} * 1800) AS INTEGER) AS day,
      'city ' || CAST(floor(pow(${unit('city')}, 2) * 1000) AS INTEGER) AS city,
      'product number ' || CAST(floor(${unit('product')} * 5000) AS INTEGER) AS product,
      CASE WHEN ${unit('gap')} < 0.04 THEN NULL
        ELSE round(5 + 200 * ${unit('price')}, 2) END AS price,
      CAST(1 + floor(${unit('amount')} * 20) AS INTEGER) AS amount,
      round(${unit('discount')} * 0.3, 3) AS discount,
      substr(md5(CAST(i AS VARCHAR)), 1, 24) AS note
    FROM range(${rows}) t(i)) TO '${path}' (HEADER, DELIMITER ',')`);
  connection.closeSync();
  instance.closeSync();
}
