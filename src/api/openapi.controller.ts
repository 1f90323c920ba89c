import { Controller, Get, Injectable, ServiceUnavailableException } from '@nestjs/common';
import { ApiExcludeController, type OpenAPIObject } from '@nestjs/swagger';
import { NoParameters } from './no-parameters.js';

/** The description of the interface; it can only be made once the whole application is there. */
@Injectable()
export class InterfaceDescription {
  document: OpenAPIObject | null = null;
}

@Controller('api/v1/openapi.json')
@ApiExcludeController()
export class OpenApiController {
  constructor(private readonly description: InterfaceDescription) {}

  @Get()
  @NoParameters()
  document(): OpenAPIObject {
    if (this.description.document === null) throw new ServiceUnavailableException('The service is starting.');
    return this.description.document;
  }
}
