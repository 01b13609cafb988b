using System.Text;
using Intranet.App.Shared.Images;
using Intranet.Domain.Access;
using SkiaSharp;

namespace Intranet.Tests.Shared.Images;

public sealed class PicturesTests
{
    private readonly Pictures pictures = new();

    private Task<Picture> Reencode(byte[] file) => pictures.ReencodeAsync(new MemoryStream(file));

    private async Task AssertRefused(byte[] file, string why) =>
        Assert.Contains(why, (await Assert.ThrowsAsync<Refusal>(() => Reencode(file))).Message);

    [Theory]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Webp)]
    public async Task A_large_picture_is_served_in_three_widths(SKEncodedImageFormat format)
    {
        var picture = await Reencode(TestPictures.Quarters(2000, 1000, format));
        Assert.Equal((2000, 1000), (picture.Width, picture.Height));
        Assert.Equal([(400, 400, 200), (800, 800, 400), (1600, 1600, 800)], picture.Sizes.Select(s => (s.Slot, s.Width, s.Height)));
        foreach (var size in picture.Sizes)
        {
            using var codec = SKCodec.Create(new MemoryStream(size.WebP));
            Assert.Equal(SKEncodedImageFormat.Webp, codec.EncodedFormat);
            Assert.Equal((size.Width, size.Height), (codec.Info.Width, codec.Info.Height));
            Assert.Equal("RGBW", TestPictures.Corners(size.WebP));
        }
    }

    [Fact]
    public async Task A_small_picture_is_never_enlarged_and_fills_every_slot()
    {
        var picture = await Reencode(TestPictures.Quarters(300, 200));
        Assert.Equal([400, 800, 1600], picture.Sizes.Select(s => s.Slot));
        Assert.All(picture.Sizes, s => Assert.Equal((300, 200), (s.Width, s.Height)));
    }

    [Fact]
    public async Task A_gif_gives_its_first_frame()
    {
        var gif = Convert.FromBase64String("R0lGODlhAQABAIAAAP8AAAAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==");
        Assert.Equal((1, 1), ((await Reencode(gif)).Width, (await Reencode(gif)).Height));
    }

    [Theory]
    [InlineData(1, 80, 40, "RGBW")]
    [InlineData(2, 80, 40, "GRWB")]
    [InlineData(3, 80, 40, "WBGR")]
    [InlineData(4, 80, 40, "BWRG")]
    [InlineData(5, 40, 80, "RBGW")]
    [InlineData(6, 40, 80, "BRWG")]
    [InlineData(7, 40, 80, "WGBR")]
    [InlineData(8, 40, 80, "GWRB")]
    public async Task A_photograph_stands_upright_whichever_way_the_camera_was_held(int orientation, int width, int height, string corners)
    {
        var picture = await Reencode(TestPictures.WithExif(TestPictures.Quarters(80, 40), (ushort)orientation));
        Assert.Equal((width, height), (picture.Width, picture.Height));
        Assert.Equal(corners, TestPictures.Corners(picture.Sizes[0].WebP));
    }

    [Fact]
    public async Task What_the_camera_wrote_into_the_file_is_gone()
    {
        var file = TestPictures.WithExif(TestPictures.Quarters(80, 40), 1);
        Assert.Contains("SECRETCAMER", Encoding.Latin1.GetString(file));
        var served = Encoding.Latin1.GetString((await Reencode(file)).Sizes[0].WebP);
        Assert.DoesNotContain("SECRETCAMER", served);
        Assert.DoesNotContain("EXIF", served, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_picture_that_is_also_a_page_or_an_archive_is_only_a_picture_afterwards()
    {
        byte[] polyglot = [.. TestPictures.Quarters(80, 40, SKEncodedImageFormat.Png), .. "<script>alert(1)</script>PK\u0003\u0004"u8];
        var served = Encoding.Latin1.GetString((await Reencode(polyglot)).Sizes[0].WebP);
        Assert.DoesNotContain("script", served);
        Assert.DoesNotContain("PK\u0003\u0004", served);
    }

    [Theory]
    [InlineData(65_500, 65_500)]
    [InlineData(8_000, 5_001)]
    [InlineData(int.MaxValue, 1)]
    public async Task A_header_that_promises_too_many_pixels_is_refused_before_any_is_made(int width, int height)
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var refusal = await Assert.ThrowsAsync<Refusal>(() => Reencode(TestPictures.PngHeader(width, height)));
        Assert.True(refusal.Message.Contains("40 million") || refusal.Message.Contains("damaged"), refusal.Message);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 64_000_000);
    }

    [Fact]
    public async Task A_header_without_pixels_is_refused_as_incomplete() =>
        await AssertRefused(TestPictures.PngHeader(100, 100), "damaged or incomplete");

    [Fact]
    public async Task Half_a_picture_is_refused_as_incomplete()
    {
        foreach (var format in new[] { SKEncodedImageFormat.Jpeg, SKEncodedImageFormat.Png, SKEncodedImageFormat.Webp })
        {
            var whole = TestPictures.Quarters(600, 400, format);
            await AssertRefused(whole[..(whole.Length / 2)], "damaged or incomplete");
        }
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")]
    [InlineData("<?xml version='1.0'?><svg/>")]
    [InlineData("<html><script>alert(1)</script>")]
    [InlineData("%PDF-1.7")]
    [InlineData("BM6\0\0\0\0\0\0\0")]
    [InlineData("MZ\u0090\0")]
    [InlineData("")]
    [InlineData("G")]
    [InlineData("RIFF1234WAVE")]
    public async Task Anything_else_never_reaches_the_decoder(string content) =>
        await AssertRefused(Encoding.Latin1.GetBytes(content), "Only PNG, JPEG, GIF and WebP");

    [Fact]
    public async Task A_photograph_from_a_phone_in_its_own_format_is_told_what_to_do() =>
        await AssertRefused(Encoding.Latin1.GetBytes("\0\0\0\u0018ftypheic\0\0\0\0mif1heic"), "Save it as JPEG");

    [Fact]
    public async Task A_file_above_the_limit_is_refused_while_it_arrives()
    {
        using var endless = new MemoryStream(new byte[Pictures.MaxBytes + 1]);
        var refusal = await Assert.ThrowsAsync<Refusal>(() => pictures.ReencodeAsync(endless));
        Assert.Equal("This picture is larger than 12 MB. Make it smaller and try again.", refusal.Message);
    }

    [Fact]
    public async Task Noise_behind_a_true_beginning_harms_nobody()
    {
        var random = new Random(7);
        foreach (var format in new[] { SKEncodedImageFormat.Jpeg, SKEncodedImageFormat.Png, SKEncodedImageFormat.Webp })
        {
            var whole = TestPictures.Quarters(120, 80, format);
            for (var round = 0; round < 60; round++)
            {
                var broken = whole.ToArray();
                for (var hit = 0; hit < 6; hit++)
                {
                    broken[random.Next(12, broken.Length)] = (byte)random.Next(256);
                }

                var wrong = await Record.ExceptionAsync(() => Reencode(broken));
                Assert.True(wrong is null or Refusal, wrong?.ToString());
            }
        }
    }

    [Fact]
    public async Task An_extremely_tall_picture_stays_within_what_can_be_served()
    {
        var picture = await Reencode(TestPictures.Quarters(20, 20_000, SKEncodedImageFormat.Png));
        Assert.All(picture.Sizes, s => Assert.InRange(s.Height, 1, 4_096));
    }

    [Theory]
    [InlineData(1000, 600, 256)]
    [InlineData(600, 1000, 256)]
    [InlineData(100, 60, 60)]
    public async Task An_avatar_is_the_middle_square(int width, int height, int side)
    {
        var avatar = await pictures.AvatarAsync(new MemoryStream(TestPictures.Quarters(width, height)));
        using var bitmap = SKBitmap.Decode(avatar);
        Assert.Equal((side, side), (bitmap.Width, bitmap.Height));
        Assert.Equal("RGBW", TestPictures.Corners(avatar));
    }

    [Fact]
    public async Task Many_uploads_at_once_wait_for_each_other_and_all_arrive()
    {
        var file = TestPictures.Quarters(1200, 900);
        var all = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Reencode(file)));
        Assert.All(all, picture => Assert.Equal(all[0].Sizes[1].WebP, picture.Sizes[1].WebP));
    }
}
