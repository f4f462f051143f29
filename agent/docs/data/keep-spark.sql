-- Writes the lines once to a table of columns, which later queries read. Spark SQL; after lines-spark.sql.
CREATE TABLE tlsleak_lines USING parquet AS SELECT * FROM lines;

CREATE OR REPLACE TEMPORARY VIEW lines AS SELECT * FROM tlsleak_lines;
