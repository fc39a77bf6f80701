// A picture small enough to be kept and sent, large enough to read a board by. Where it was taken is left out.
const LONGEST = 1600; // pixels
const QUALITY = 0.72;
const SMALL = 120;

const drawn = (picture, longest) => {
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
};

const jpeg = (canvas) => new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));

// { blob, file, thumb }; what is no picture that this phone can read is kept as it is.
export const shrink = async (file) => {
  try {
    const picture = await createImageBitmap(file);
    const blob = await jpeg(drawn(picture, LONGEST));
    if (!blob) throw new Error("no picture");
    return { blob, file: "anh.jpg", thumb: drawn(picture, SMALL).toDataURL("image/jpeg", QUALITY) };
  } catch (failure) {
    return { blob: file, file: file.name, thumb: "" };
  }
};
