import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Post, Query, Res } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiPreconditionFailedResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Idempotent } from '../../../platform/http/idempotent.decorator.js';
import { IfMatch } from '../../../platform/http/if-match.js';
import { CurrentPrincipal, Permit, type Principal } from '../../auth/index.js';
import { Contacts } from '../contacts.facade.js';
import type { StoredContact } from '../domain/contact-view.js';
import { ContactBook } from '../services/contact-book.js';
import { RecordedConsents } from '../services/recorded-consents.js';
import { ChangeContactBody, ContactQuery, CreateContactBody, RecordConsentBody } from './contact.dto.js';
import { presentContactRow, presentLedger } from './contact.presenter.js';
import { ConsentLedger, ContactDetailView, ContactPage } from './contact.view.js';

@ApiTags('Contacts')
@Controller('contacts')
export class ContactsController {
  constructor(
    private readonly book: ContactBook,
    private readonly contacts: Contacts,
    private readonly consents: RecordedConsents,
  ) {}

  /** The newest first. */
  @Permit('contacts:read')
  @Get()
  @ApiOkResponse({ type: ContactPage })
  async list(@Query() query: ContactQuery): Promise<ContactPage> {
    const { data, nextCursor } = await this.book.page(query);
    return { data: data.map(presentContactRow), nextCursor };
  }

  @Permit('contacts:read')
  @Get(':id')
  @ApiOkResponse({ type: ContactDetailView })
  @ApiNotFoundResponse()
  async read(
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ContactDetailView> {
    return this.answer(await this.book.read(id), reply);
  }

  @Permit('contacts:write')
  @Post()
  @Idempotent()
  @ApiCreatedResponse({ type: ContactDetailView })
  @ApiConflictResponse({ description: '`contact_exists`, with `contactId`' })
  async create(
    @CurrentPrincipal() by: Principal,
    @Body() body: CreateContactBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ContactDetailView> {
    return this.answer(await this.book.create(by, body), reply);
  }

  @Permit('contacts:write')
  @Patch(':id')
  @ApiOkResponse({ type: ContactDetailView })
  @ApiNotFoundResponse()
  @ApiConflictResponse({ description: '`contact_exists`, with `contactId`' })
  @ApiPreconditionFailedResponse({ description: '`stale_version`' })
  async change(
    @CurrentPrincipal() by: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | undefined,
    @Body() body: ChangeContactBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ContactDetailView> {
    return this.answer(await this.book.edit(by, id, version, body), reply);
  }

  /** Everything the person ever agreed to or refused. */
  @Permit('contacts:read')
  @Get(':id/consents')
  @ApiOkResponse({ type: ConsentLedger })
  @ApiNotFoundResponse()
  async ledger(@Param('id', ParseUUIDPipe) id: string): Promise<ConsentLedger> {
    return presentLedger(await this.consents.ledger(id));
  }

  /** Writes down what the customer said to somebody; the ledger comes back. */
  @Permit('contacts:write')
  @Post(':id/consents')
  @Idempotent()
  @ApiCreatedResponse({ type: ConsentLedger })
  @ApiNotFoundResponse()
  async record(
    @CurrentPrincipal() by: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: RecordConsentBody,
  ): Promise<ConsentLedger> {
    return presentLedger(await this.consents.record(by, id, body));
  }

  private async answer(contact: StoredContact, reply: FastifyReply): Promise<ContactDetailView> {
    void reply.header('etag', `"${contact.version}"`);
    return this.contacts.detailOf(contact);
  }
}
