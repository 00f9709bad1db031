import { isURL, ValidateBy, type ValidationOptions } from 'class-validator';
import { isOwnPath } from '../domain/photo.js';

const FOREIGN = { protocols: ['https', 'http'], require_protocol: true, require_tld: false };

/** Where a photo is: an address of the web, or a path of our own host. */
export const IsImageAddress = (options?: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    {
      name: 'isImageAddress',
      validator: {
        validate: (value: unknown) => typeof value === 'string' && (isOwnPath(value) || isURL(value, FOREIGN)),
        defaultMessage: () => 'each image must be an http(s) address, or one that POST /catalogue/photos answered',
      },
    },
    options,
  );
