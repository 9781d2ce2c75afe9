package io.platen.platform.sample;

import io.platen.platform.testing.EndpointMatrix;

@SampleIT
class SampleEndpointMatrixIT extends EndpointMatrix {}
