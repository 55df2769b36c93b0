package org.maxdock.ui.images;

import org.maxdock.image.ImageContents;

/** Makes the model of the inside of an image. */
interface InsideModels {

    InsideModel of(String image, ImageContents contents);
}
