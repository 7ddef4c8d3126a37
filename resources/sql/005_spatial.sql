-- version: 5
-- min_compatible: 1
-- re-run: refused (the tables are created without IF NOT EXISTS, so a second run fails and rolls back)
--
-- Spatial data: layers with their roles, recipes that a project changes, the last run of each recipe.
-- A program that knows the schemas before can still read the rest. Released: never edit, add a new step.
CREATE TABLE cc_layers (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  role TEXT NOT NULL CHECK (role <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  year INTEGER NOT NULL DEFAULT 0,
  path TEXT NOT NULL DEFAULT '',
  layer TEXT NOT NULL DEFAULT '',
  file_name TEXT NOT NULL DEFAULT '',
  sha256 TEXT NOT NULL DEFAULT '',
  size INTEGER NOT NULL DEFAULT 0,
  crs TEXT NOT NULL DEFAULT '',
  class_system TEXT NOT NULL DEFAULT '',
  fields TEXT NOT NULL DEFAULT '{}',
  encoding TEXT NOT NULL DEFAULT '',
  features INTEGER NOT NULL DEFAULT 0,
  health TEXT NOT NULL DEFAULT '{}',
  taken_at DATETIME,
  person TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT ''
)
-- next
CREATE TABLE cc_recipes (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  subject TEXT NOT NULL UNIQUE CHECK (subject <> ''),
  active BOOLEAN NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  recipe TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT ''
)
-- next
CREATE TABLE cc_spatial_runs (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  subject TEXT NOT NULL CHECK (subject <> ''),
  year INTEGER NOT NULL,
  inputs TEXT NOT NULL DEFAULT '{}',
  method TEXT NOT NULL DEFAULT '',
  report TEXT NOT NULL DEFAULT '{}',
  computed_at DATETIME,
  person TEXT NOT NULL DEFAULT '',
  UNIQUE (subject, year)
)
-- next
INSERT INTO gpkg_contents (table_name, data_type, identifier, description) VALUES
  ('cc_layers', 'attributes', '空间图层', '各图层的角色、年份、坐标系、来源与质检结果'),
  ('cc_recipes', 'attributes', '计算方法', '本项目改动的空间计算方法'),
  ('cc_spatial_runs', 'attributes', '空间计算', '每项空间计算最近一次的输入、方法与分区结果')
