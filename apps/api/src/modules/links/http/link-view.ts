import { ApiProperty } from '@nestjs/swagger';
import { NETWORKS, type Network } from '../domain/network.js';

export class UtmView {
  @ApiProperty() source!: string;
  @ApiProperty() medium!: string;
  @ApiProperty() campaign!: string;
  @ApiProperty({ type: String, nullable: true }) content!: string | null;
  @ApiProperty({ type: String, nullable: true }) term!: string | null;
}

class LinkItemView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ type: String, nullable: true }) sku!: string | null;
}

class LinkChannelView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() kind!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ type: String, nullable: true, description: 'Phone number or account name, as people read it.' })
  address!: string | null;
}

class LinkTotalsView {
  @ApiProperty({ description: 'Clicks by people; crawlers, previews and prefetches are not counted.' }) clicks!: number;
  @ApiProperty() conversations!: number;
  @ApiProperty() leads!: number;
  @ApiProperty() won!: number;
}

export class LinkView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ example: 'k7q2mx4' }) slug!: string;
  @ApiProperty({ description: 'The address to share.' }) shortUrl!: string;
  @ApiProperty({ description: 'The same address with its UTM parameters.' }) taggedUrl!: string;
  @ApiProperty({ type: LinkItemView, nullable: true }) item!: LinkItemView | null;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: NETWORKS }) network!: Network;
  @ApiProperty({ type: LinkChannelView, nullable: true }) channel!: LinkChannelView | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Prefilled text with {item} and {sku}; null means the standard words.',
  })
  message!: string | null;
  @ApiProperty({ description: 'The text as the customer finds it, with an example code.' }) messagePreview!: string;
  @ApiProperty({ type: UtmView }) utm!: UtmView;
  @ApiProperty() active!: boolean;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) archivedAt!: string | null;
  @ApiProperty({ type: LinkTotalsView }) totals!: LinkTotalsView;
  @ApiProperty({ format: 'date-time' }) createdAt!: string;
  @ApiProperty() version!: number;
}

export class LinkPage {
  @ApiProperty({ type: [LinkView] }) data!: LinkView[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;
}

export class CreatedLinks {
  @ApiProperty({ type: [LinkView], description: 'One for each network asked for, in that order.' }) data!: LinkView[];
}

export class RemovedLink {
  @ApiProperty({ enum: ['archived', 'deleted'], description: 'Links with history are archived.' }) outcome!:
    'archived' | 'deleted';
}
