-- version: 1
-- min_compatible: 1
-- re-run: refused (every table is created without IF NOT EXISTS, so a second run fails and rolls back)
--
-- The GeoPackage frame and the tables of a check-up year. Released: never edit, add a new step.
-- Statements are separated by a line that says "-- next".
PRAGMA application_id = 1196444487
-- next
PRAGMA user_version = 10300
-- next
CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL,
  srs_id INTEGER PRIMARY KEY,
  organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL,
  definition TEXT NOT NULL,
  description TEXT
)
-- next
INSERT INTO gpkg_spatial_ref_sys (srs_name, srs_id, organization, organization_coordsys_id, definition, description) VALUES
  ('Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined Cartesian coordinate reference system'),
  ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system'),
  ('WGS 84 geodetic', 4326, 'EPSG', 4326, 'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]', 'longitude/latitude coordinates in decimal degrees on the WGS 84 spheroid'),
  ('CGCS2000', 4490, 'EPSG', 4490, 'GEOGCS["China Geodetic Coordinate System 2000",DATUM["China_2000",SPHEROID["CGCS2000",6378137,298.257222101,AUTHORITY["EPSG","1024"]],AUTHORITY["EPSG","1043"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4490"]]', 'longitude/latitude coordinates in decimal degrees on the CGCS2000 spheroid')
-- next
CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY,
  data_type TEXT NOT NULL,
  identifier TEXT UNIQUE,
  description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE,
  min_y DOUBLE,
  max_x DOUBLE,
  max_y DOUBLE,
  srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id)
)
-- next
CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL,
  column_name TEXT NOT NULL,
  geometry_type_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL,
  z TINYINT NOT NULL,
  m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id)
)
-- next
CREATE TABLE gpkg_extensions (
  table_name TEXT,
  column_name TEXT,
  extension_name TEXT NOT NULL,
  definition TEXT NOT NULL,
  scope TEXT NOT NULL,
  CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name)
)
-- next
CREATE TABLE cc_schema (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL CHECK (id = 1),
  version INTEGER NOT NULL,
  min_compatible INTEGER NOT NULL
)
-- next
CREATE TABLE cc_info (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  key TEXT NOT NULL UNIQUE,
  value TEXT NOT NULL DEFAULT ''
)
-- next
CREATE TABLE cc_dimensions (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  key TEXT NOT NULL UNIQUE,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL DEFAULT '',
  categories TEXT NOT NULL DEFAULT '[]'
)
-- next
CREATE TABLE cc_quantities (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  key TEXT NOT NULL UNIQUE,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL DEFAULT '',
  unit TEXT NOT NULL DEFAULT '',
  origins TEXT NOT NULL DEFAULT '[]',
  layer TEXT NOT NULL DEFAULT '',
  department TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT ''
)
-- next
CREATE TABLE cc_indicators (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  code TEXT NOT NULL UNIQUE,
  dimension TEXT NOT NULL,
  category TEXT NOT NULL DEFAULT '',
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL DEFAULT '',
  unit TEXT NOT NULL DEFAULT '',
  decimals INTEGER NOT NULL DEFAULT 2,
  kind TEXT NOT NULL,
  direction TEXT NOT NULL,
  constraint_kind TEXT NOT NULL,
  method TEXT NOT NULL,
  definition TEXT NOT NULL DEFAULT '',
  formula TEXT NOT NULL DEFAULT '',
  department TEXT NOT NULL DEFAULT '',
  aspect TEXT NOT NULL DEFAULT '',
  confidence TEXT NOT NULL,
  kind_confidence TEXT NOT NULL,
  definition_recalled BOOLEAN NOT NULL DEFAULT 1,
  source TEXT NOT NULL DEFAULT '',
  profiles TEXT NOT NULL DEFAULT '[]',
  excluded BOOLEAN NOT NULL DEFAULT 0,
  exclusion_reason TEXT NOT NULL DEFAULT ''
)
-- next
CREATE TABLE cc_profiles (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  key TEXT NOT NULL UNIQUE,
  title_zh TEXT NOT NULL DEFAULT '',
  title_en TEXT NOT NULL DEFAULT '',
  total INTEGER NOT NULL DEFAULT 0,
  counts TEXT NOT NULL DEFAULT '{}',
  categories INTEGER NOT NULL DEFAULT 0
)
-- next
CREATE TABLE cc_regions (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  code TEXT NOT NULL DEFAULT '',
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL DEFAULT '',
  level TEXT NOT NULL,
  parent_id INTEGER REFERENCES cc_regions(id),
  sort INTEGER NOT NULL DEFAULT 0
)
-- next
CREATE TABLE cc_sources (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  key TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  rank INTEGER NOT NULL
)
-- next
CREATE TABLE cc_departments (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  name TEXT NOT NULL UNIQUE,
  contact TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  deadline DATE,
  returned_at DATE
)
-- next
CREATE TABLE cc_evidence (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  file_name TEXT NOT NULL DEFAULT '',
  sha256 TEXT NOT NULL DEFAULT '',
  sheet TEXT NOT NULL DEFAULT '',
  cell TEXT NOT NULL DEFAULT '',
  taken_at DATETIME,
  person TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT ''
)
-- next
CREATE TABLE cc_values (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  subject TEXT NOT NULL CHECK (subject <> ''),
  region_id INTEGER NOT NULL REFERENCES cc_regions(id),
  year INTEGER NOT NULL,
  source_id INTEGER NOT NULL REFERENCES cc_sources(id),
  state TEXT NOT NULL CHECK (state IN ('present', 'missing', 'not_applicable', 'not_collected', 'withheld')),
  number DOUBLE,
  unit TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  vintage TEXT NOT NULL DEFAULT '',
  evidence_id INTEGER REFERENCES cc_evidence(id),
  adopted BOOLEAN NOT NULL DEFAULT 0 CHECK (adopted IN (0, 1)),
  adoption_reason TEXT NOT NULL DEFAULT '',
  UNIQUE (subject, region_id, year, source_id),
  CHECK ((state = 'present') = (number IS NOT NULL))
)
-- next
CREATE UNIQUE INDEX cc_values_adopted ON cc_values (subject, region_id, year) WHERE adopted = 1
-- next
CREATE INDEX cc_values_evidence ON cc_values (evidence_id)
-- next
CREATE TABLE cc_goals (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  indicator TEXT NOT NULL,
  region_id INTEGER NOT NULL REFERENCES cc_regions(id),
  kind TEXT NOT NULL,
  target DOUBLE,
  near_target DOUBLE,
  annual_plan DOUBLE,
  lower_limit DOUBLE,
  upper_limit DOUBLE,
  base_value DOUBLE,
  source TEXT NOT NULL DEFAULT '',
  UNIQUE (indicator, region_id)
)
-- next
CREATE TABLE cc_audit (
  number INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  at DATETIME NOT NULL,
  person TEXT NOT NULL,
  label TEXT NOT NULL,
  table_name TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  before TEXT NOT NULL DEFAULT '',
  after TEXT NOT NULL DEFAULT '',
  reason TEXT NOT NULL DEFAULT '',
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL
)
-- next
INSERT INTO gpkg_contents (table_name, data_type, identifier, description) VALUES
  ('cc_schema', 'attributes', '项目结构版本', '本软件的表结构版本与可读的最低版本'),
  ('cc_info', 'attributes', '项目信息', '城市、现状年、基期年、目标年等'),
  ('cc_dimensions', 'attributes', '一级类别', '指标体系的一级类别及其二级类别'),
  ('cc_quantities', 'attributes', '基础数据项', '公式所用的基础数据项'),
  ('cc_indicators', 'attributes', '指标', '本年度的指标体系，含不纳入的指标与理由'),
  ('cc_profiles', 'attributes', '指标选用方案', '指标体系的选用方案及其数量'),
  ('cc_regions', 'attributes', '地区', '市、区、街道'),
  ('cc_sources', 'attributes', '数据来源', '来源及其采用次序'),
  ('cc_departments', 'attributes', '责任部门', '联系人、期限与报送日期'),
  ('cc_evidence', 'attributes', '佐证', '数值出自的文件、工作表与单元格'),
  ('cc_values', 'attributes', '指标值', '各来源的数值及采用值'),
  ('cc_goals', 'attributes', '规划目标', '指标的目标值、近期目标与年度计划'),
  ('cc_audit', 'attributes', '修改记录', '何人何时为何改了什么，逐条以散列相连')
-- next
INSERT INTO cc_sources (id, key, name, kind, rank) VALUES
  (1, 'department', '部门报送', 'department', 1),
  (2, 'statistics', '统计年鉴与公报', 'statistics', 2),
  (3, 'spatial', '空间数据计算', 'spatial', 3),
  (4, 'network', '网络大数据', 'network', 4),
  (5, 'sample', '抽样调查', 'sample', 5),
  (6, 'publication', '公开出版物', 'publication', 6),
  (7, 'estimate', '估算', 'estimate', 7)
