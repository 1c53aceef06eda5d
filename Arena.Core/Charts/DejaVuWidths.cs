namespace Arena.Core.Charts;

/// <summary>
/// Advance widths of DejaVu Sans, read from the font's own tables: one character for a code point, whose value less
/// <see cref="Zero"/> is the width in sixtieths of an em, rounded up. What the font lacks is an em wide.
/// </summary>
internal static class DejaVuWidths
{
    public const int Zero = 0x28;
    public const double UnitsPerEm = 60;

    /// <summary>The first code point of each range, and its widths.</summary>
    public static readonly (int First, string Widths)[] Regular =
    [
        (0x20, """<AD[ObW9@@F[<><=OOOOOOOOOO==[[[HdRRRWNKWV::PJ\UXMXROMTRdRMR@=@[FFMOIOM>OO99K9cOMOOAH@OLZLLHO=O["""),
        (0xA0, """<AOOOO=FFdEM[>dFF[AAFOO<FAEMcccHRRRRRRcRNNNN::::WUXXXXX[XTTTTMMNMMMMMMcIMMMM9999MOMMMMM[MOOOOLOLRMRMRMRIRIRIRIWOWONMNMNMNMNMWOWOWOWOVO_R:9:9:9:9:9LJ:9PKKJ9J9J?J=J:UOUOUOYUOXMXMXMifRARARAOHOHOHOHM@M@M@TOTOTOTOTOTOdZMLMRHRHRH>"""),
        (0x370, """PK\O99UOddFIII=:ddddFFR<U]AdYdZZ=RRJRNRVX:PR\UNXVMdNMMXRXV:MPIO=KPOLMIIOM=LLOJJMMOLOMKPKP[=KMK[PMNR[RP[PXMOLKDPP\Na[VPXMRMWNRMMIPOI9XMMMOR\POSRS"""),
        (0x400, """NNXMRO:::jgXSUMVRRRMWNiOUUSV\VXVMRMM\RWRijZ]RRiRMNLHRM_HOOMOVPMPOIKL\LQL_aSXLI[MMMNHIH999_^PMOLP"""),
    ];

    /// <summary>The same for the bold face.</summary>
    public static readonly (int First, string Widths)[] Bold =
    [
        (0x20, """=DH[Re];DDH[?A?>RRRRRRRRRR@@[[[KdWVUZQQZ[??WOd[\T\WTQYWkWTTD>D[FFQSLSQCSS==P=gSRSSFLESP`OPKS>S["""),
        (0xA0, """=DRROR>FFdJO[AdFF[CCFUO?FCJOgggKWWWWWWjUQQQQ????[[\\\\\[\YYYYTUTQQQQQQgLQQQQ====RSRRRRR[RSSSSPSPWQWQWQULULULULZS[SQQQQQQQQQQZSZSZSZS[ScX?=?=?=?=?=UR?=WPPO=O=OEOJO?[S[S[Sc[S\R\R\RojWFWFWFTLTLTLTLQEQEQEYSYSYSYSYSYSk`TPTTKTKTKC"""),
        (0x370, """RJf[;;[SddFLII@?ddddCFX?[eJd^dc^@WVOWQT[\?WWd[N\[TdQQT\W[\?TRJS@QRSQRJLSR@SNUQLRXSLWOQWOX]@QRQ]WPPUcUX]U\RULQFSP`Nj[ZS`UUPXQVSQLUSL=\OOUSUdTSRUR"""),
        (0x400, """QQ]OUT???nl]Z[W[WVVO^QrS[[ZZd[\[TUQWdW`YsxagVUoWQRNHYQdKSSQTZRRRSLKPdOURhkV_NLcOQQSHLL===dbUQSPR"""),
    ];
}
