import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateBusiness20261121000300 implements MigrationInterface {
  name = 'CreateBusiness20261121000300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table business (
      only_row boolean primary key default true check (only_row),
      name text not null,
      time_zone text not null,
      currency char(3) not null,
      country char(2) not null,
      voice text not null check (voice in ('es-rioplatense', 'es-neutral', 'pt-BR', 'en')),
      demo boolean not null default false,
      hours jsonb not null,
      holidays jsonb not null default '[]',
      version integer not null default 1
    )`);
    await runner.query(`insert into business (name, time_zone, currency, country, voice, hours) values
      ('Mi negocio', 'America/Argentina/Buenos_Aires', 'ARS', 'AR', 'es-rioplatense',
       '[{"weekday":1,"opens":"09:00","closes":"18:00"},{"weekday":2,"opens":"09:00","closes":"18:00"},{"weekday":3,"opens":"09:00","closes":"18:00"},{"weekday":4,"opens":"09:00","closes":"18:00"},{"weekday":5,"opens":"09:00","closes":"18:00"}]')`);
    await runner.query(`create table store (
      id uuid primary key,
      position integer not null,
      name text not null,
      address text not null,
      city text not null,
      hours text not null,
      pickup boolean not null
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['store', 'business']) await runner.query(`drop table ${table}`);
  }
}
